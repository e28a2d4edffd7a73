import {
  UpstreamClient,
  UpstreamError,
  type UpstreamHeaders,
} from '@callboard/plugin-callboard-node';
import { z } from 'zod';
import type { AlertRules } from './AlertRules';

/** Rules with their queries and annotations, of thousands of alerts. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Nobody can write a longer one into a runbook. */
const NAME_MAX_COUNT = 1000;

/** Only what names alerts and what tells whether it is all; Go writes empty lists as null. */
const answerSchema = z.object({
  status: z.literal('success'),
  data: z.object({
    groups: z
      .array(
        z.object({
          rules: z
            .array(z.object({ type: z.string(), name: z.string() }))
            .nullable(),
        }),
      )
      .nullable(),
    /** There are more groups. */
    groupNextToken: z.string().nullish(),
  }),
  /** Somebody behind it did not answer. */
  warnings: z.array(z.string()).nullish(),
  /** Of vmalert: there are more groups. */
  total_pages: z.number().nullish(),
});

type RulesAnswer = z.infer<typeof answerSchema>;

export interface PrometheusRulesOptions {
  readonly name: string;
  /** In front of `/api/v1`, as in `https://mimir.example/prometheus`. */
  readonly baseUrl: string;
  readonly headers?: UpstreamHeaders;
  readonly deadlineMs?: number;
}

/** The alerting rules of a Prometheus, or of what speaks its API: Thanos, Mimir, Cortex, vmalert. */
export class PrometheusRules implements AlertRules {
  readonly name: string;
  readonly #client: UpstreamClient;

  /** Throws an InputError where the base URL or a header cannot be used. */
  static create(options: PrometheusRulesOptions): PrometheusRules {
    return new PrometheusRules(options);
  }

  private constructor(options: PrometheusRulesOptions) {
    this.name = `prometheus/${options.name}`;
    this.#client = UpstreamClient.create({
      ...options,
      name: this.name,
      maxBytes: MAX_BYTES,
    });
  }

  async read(signal: AbortSignal): Promise<readonly string[]> {
    const answer = await this.#client.getJson(
      {
        segments: ['api', 'v1', 'rules'],
        // Alerts that fire now would be most of the answer; older servers tell them nevertheless.
        query: { type: 'alert', exclude_alerts: 'true' },
      },
      { signal, schema: answerSchema },
    );
    if (isPartial(answer)) {
      throw new UpstreamError(`${this.name} told a part of its rules only`, {
        reason: 'invalid',
      });
    }
    return alertnamesOf(answer);
  }

  async close(): Promise<void> {
    await this.#client.close();
  }
}

function isPartial(answer: RulesAnswer): boolean {
  const { data, warnings, total_pages: pages } = answer;
  return Boolean(warnings?.length || data.groupNextToken || (pages ?? 1) > 1);
}

/** Recording rules are no alerts, and older servers tell them whatever was asked for. */
function alertnamesOf({ data }: RulesAnswer): readonly string[] {
  const names = (data.groups ?? [])
    .flatMap(({ rules }) => rules ?? [])
    .filter(
      ({ type, name }) => type === 'alerting' && name.length <= NAME_MAX_COUNT,
    )
    .map(({ name }) => name);
  return [...new Set(names)].sort();
}
