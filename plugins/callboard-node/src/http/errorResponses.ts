/** Under `components.responses` of an OpenAPI document: what `errorResponse` names. @public */
export const errorResponses = {
  Error: {
    description: 'An error in the form of Backstage',
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['name', 'message'],
              properties: {
                name: { type: 'string' },
                message: { type: 'string' },
              },
            },
          },
        },
      },
    },
  },
} as const;

/** The answer of a route that failed. @public */
export const errorResponse = {
  $ref: '#/components/responses/Error',
} as const;
