import { InputError } from '@backstage/errors';
import express, { type ErrorRequestHandler, type Router } from 'express';
import { z } from 'zod';
import { inWords } from '../rules/inWords';
import { TooLargeError, UnsupportedMediaTypeError } from '../service/errors';

/** A character of a text takes at most so many bytes in JSON: `\u0000`. */
const JSON_BYTES_PER_BYTE = 6;
/** Everything in a body that is not the text of a runbook. */
const REST_MAX_BYTES = 256 * 1024;

const UPLOAD_TYPES = [
  'application/zip',
  'application/x-zip-compressed',
  'application/octet-stream',
  'text/markdown',
];

export interface BodyLimits {
  readonly maxSizeBytes: number;
  readonly maxUploadBytes: number;
}

/**
 * Reads bodies before the OpenAPI document is asked: it turns every error that comes before it into
 * a 400, and a text that is too long is a 413.
 */
export function readBody(limits: BodyLimits): Router {
  const router = express.Router();
  const { maxSizeBytes, maxUploadBytes } = limits;
  const upload = express.raw({ type: UPLOAD_TYPES, limit: maxUploadBytes });
  const json = express.json({
    limit: maxSizeBytes * JSON_BYTES_PER_BYTE + REST_MAX_BYTES,
  });
  router.use((req, res, next) => {
    const uploads = req.path === '/v1/import';
    const types = uploads ? UPLOAD_TYPES : ['application/json'];
    // Null where there is no body at all, which the document judges.
    if (req.is(types) === false) {
      const given = req.headers['content-type']?.slice(0, 100) ?? 'absent';
      throw new UnsupportedMediaTypeError(
        `The Content-Type is ${given}, and has to be ${types.join(' or ')}`,
      );
    }
    (uploads ? upload : json)(req, res, next);
  });
  const whatMayBe = (path: string) =>
    path === '/v1/import'
      ? `an upload may have at most ${inWords(maxUploadBytes)}`
      : `a runbook may have at most ${inWords(maxSizeBytes)}`;
  const inOurWords: ErrorRequestHandler = (error, req, _res, next) => {
    next(toOurError(error, whatMayBe(req.path)));
  };
  router.use(inOurWords);
  return router;
}

const bodyErrorSchema = z.object({
  type: z.string(),
  message: z.string(),
  length: z.number().optional(),
});

/** The errors of express' parsers are not Backstage's. */
function toOurError(error: unknown, whatMayBe: string): unknown {
  const parsed = bodyErrorSchema.safeParse(error);
  if (!parsed.success) {
    return error;
  }
  const { type, message, length } = parsed.data;
  switch (type) {
    case 'entity.too.large':
      return new TooLargeError(
        `The request is too large${
          length === undefined ? '' : ` with ${inWords(length)}`
        }; ${whatMayBe}. Nothing was saved`,
      );
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return new UnsupportedMediaTypeError(message);
    case 'entity.parse.failed':
      return new InputError(`The body is not JSON: ${message}`);
    default:
      return new InputError(message);
  }
}
