import type { Cluster } from './Cluster';
import type { Deployment } from './Deployment';
import { replaced, withCondition } from './deploymentStatus';
import { autoscalerObject } from './objects/autoscalerObject';
import type { AutoscalerState, ConditionState } from './states';

const MINUTE_MS = 60_000;
const LOOK_INTERVAL_MS = 2 * MINUTE_MS;
const WAVE_MS = 50 * MINUTE_MS;

const NO_METRICS =
  'the HPA was unable to compute the replica count: failed to get cpu utilization: unable to get metrics for resource cpu: unable to fetch metrics from resource metrics API: the server is currently unable to handle the request (get pods.metrics.k8s.io)';

type Mood = 'usual' | 'maxed' | 'blind';

export interface AutoscalerOptions {
  readonly cluster: Cluster;
  readonly target: Deployment;
  /** Whether the load never changes. */
  readonly isSteady: boolean;
}

/** A HorizontalPodAutoscaler that follows a load which comes and goes. */
export class Autoscaler {
  readonly #cluster: Cluster;
  readonly #target: Deployment;
  readonly #phase: number;
  readonly #isSteady: boolean;
  /** What a steady load needs. */
  readonly #steady: number;
  #state: AutoscalerState;
  #mood: Mood = 'usual';
  #written = '';

  private constructor(options: AutoscalerOptions) {
    const { cluster, target } = options;
    const { plan, replicas } = target;
    this.#cluster = cluster;
    this.#target = target;
    this.#isSteady = options.isSteady;
    this.#steady = replicas;
    this.#phase = cluster.chances.next();
    const createdAt = cluster.now - plan.ageMs;
    const since = { transitionAt: createdAt, updateAt: createdAt };
    this.#state = {
      ...cluster.meta({ ...plan, createdAt }),
      target: { kind: 'Deployment', name: plan.name },
      min: plan.autoscaler?.min ?? 1,
      max: plan.autoscaler?.max ?? replicas,
      current: replicas,
      desired: replicas,
      utilization: 60,
      conditions: [
        {
          type: 'AbleToScale',
          status: 'True',
          reason: 'ReadyForNewScale',
          message: 'recommended size matches current size',
          ...since,
        },
        { ...active(true), ...since },
        { ...limited(false), ...since },
      ],
    };
  }

  static create(options: AutoscalerOptions): Autoscaler {
    const scaler = new Autoscaler(options);
    scaler.#write();
    const first = options.cluster.chances.between(0, LOOK_INTERVAL_MS);
    options.cluster.after(Math.round(first), () => scaler.#look());
    return scaler;
  }

  get state(): AutoscalerState {
    return this.#state;
  }

  set mood(mood: Mood) {
    this.#mood = mood;
    this.#act();
  }

  #look(): void {
    this.#act();
    this.#cluster.after(LOOK_INTERVAL_MS, () => this.#look());
  }

  #act(): void {
    const { min, max, conditions } = this.#state;
    const { now } = this.#cluster;
    // Scaled to zero by hand: an autoscaler keeps out of it.
    const isOff = this.#target.replicas === 0;
    const isBlind = this.#mood === 'blind';
    const wave = Math.sin(2 * Math.PI * (now / WAVE_MS + this.#phase));
    const waving = Math.round(min + (max - 1 - min) * (0.5 + 0.45 * wave));
    const usual = this.#isSteady ? this.#steady : waving;
    const desired = this.#mood === 'maxed' ? max : usual;
    const wanted = isBlind || isOff ? this.#target.replicas : desired;
    const changes = wanted !== this.#target.replicas;
    this.#state = {
      ...this.#state,
      current: this.#target.replicas,
      desired: wanted,
      utilization: isBlind ? undefined : this.#utilization(wanted),
      lastScaledAt: changes ? now : this.#state.lastScaledAt,
      conditions: [active(!isBlind), limited(this.#mood === 'maxed')].reduce(
        (all, next) => withCondition(all, next, now),
        conditions,
      ),
    };
    if (isBlind) {
      this.#cluster.events.add({
        kind: 'HorizontalPodAutoscaler',
        object: this.#state,
        reason: 'FailedGetResourceMetric',
        message: NO_METRICS.replace(/^.*?: /, ''),
        component: 'horizontal-pod-autoscaler',
      });
    }
    if (changes) {
      this.#state = {
        ...this.#state,
        conditions: replaced(
          this.#state.conditions,
          {
            type: 'AbleToScale',
            status: 'True',
            reason: 'SucceededRescale',
            message: `the HPA controller was able to update the target scale to ${wanted}`,
          },
          now,
        ),
      };
      this.#target.scale(wanted);
    }
    this.#write();
  }

  #utilization(desired: number): number {
    return this.#mood === 'maxed' ? 137 : 48 + ((desired * 7) % 20);
  }

  #write(): void {
    const written = JSON.stringify(this.#state);
    if (written !== this.#written) {
      this.#written = written;
      this.#cluster.store.put(autoscalerObject(this.#state));
    }
  }
}

type Condition = Omit<ConditionState, 'transitionAt' | 'updateAt'>;

function active(isActive: boolean): Condition {
  return isActive
    ? {
        type: 'ScalingActive',
        status: 'True',
        reason: 'ValidMetricFound',
        message:
          'the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)',
      }
    : {
        type: 'ScalingActive',
        status: 'False',
        reason: 'FailedGetResourceMetric',
        message: NO_METRICS,
      };
}

function limited(isLimited: boolean): Condition {
  return isLimited
    ? {
        type: 'ScalingLimited',
        status: 'True',
        reason: 'TooManyReplicas',
        message:
          'the desired replica count is more than the maximum replica count',
      }
    : {
        type: 'ScalingLimited',
        status: 'False',
        reason: 'DesiredWithinRange',
        message: 'the desired count is within the acceptable range',
      };
}
