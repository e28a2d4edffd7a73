import { z } from 'zod';

/** What an entity says of its workloads, as it is kept with the subject. */
export const selectorSpecSchema = z.object({
  /** A label selector as Kubernetes writes it: `app=shop,tier in (web, api)`. */
  selector: z.string(),
  /** The only namespace that it looks at, where the entity names one. */
  namespace: z.string().optional(),
});

/** What an entity says of its workloads. */
export type SelectorSpec = z.infer<typeof selectorSpecSchema>;
