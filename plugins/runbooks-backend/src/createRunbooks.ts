import type {
  AuditorService,
  AuthService,
  DiscoveryService,
  HttpAuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  CatalogVisibility,
  ViewerOwnership,
} from '@callboard/plugin-callboard-node';
import { runbooksPermissions } from '@callboard/plugin-runbooks-common';
import type { Router } from 'express';
import type { Knex } from 'knex';
import { isOwnerOfEntity, runbookResourceRef } from './access/isOwnerOfEntity';
import { RunbookAccess } from './access/RunbookAccess';
import { AlertStore } from './alerts/AlertStore';
import { AlertSweep } from './alerts/AlertSweep';
import { PrometheusRules } from './alerts/PrometheusRules';
import { CatalogSweep } from './catalog/CatalogSweep';
import { EntityDirectory } from './catalog/EntityDirectory';
import { EntityStore } from './catalog/EntityStore';
import { OwnerStore } from './catalog/OwnerStore';
import type { RunbooksConfig } from './config/readRunbooksConfig';
import { RunbookExport } from './exchange/RunbookExport';
import { RunbookImport } from './exchange/RunbookImport';
import { createRouter } from './routes/createRouter';
import { definedAlerts } from './rules/definedAlerts';
import { CoverageDesk } from './service/CoverageDesk';
import { FindingsOfBoard } from './service/FindingsOfBoard';
import { Judges } from './service/Judges';
import { MatchDesk } from './service/MatchDesk';
import { RunbookDesk } from './service/RunbookDesk';
import { RunbookReader } from './service/RunbookReader';
import { RunDesk } from './service/RunDesk';
import { TextReader } from './service/TextReader';
import { RunbookSignals } from './signals/RunbookSignals';
import { DatabaseRunbookStore } from './store/DatabaseRunbookStore';
import { DatabaseRunStore } from './store/DatabaseRunStore';

/** A system that missed this many turns does not say any more which alerts it has. */
const ALERTS_MAX_AGE_TURNS_COUNT = 3;

export interface CreateRunbooksOptions {
  readonly knex: Knex;
  readonly config: RunbooksConfig;
  readonly auditor: AuditorService;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly discovery: DiscoveryService;
  readonly httpAuth: HttpAuthService;
  readonly logger: LoggerService;
  readonly permissions: PermissionsService;
  readonly permissionsRegistry: PermissionsRegistryService;
  readonly signals: SignalsService;
  readonly userInfo: UserInfoService;
  readonly now?: () => number;
}

/** The parts of the plugin that outlive a request. */
export interface Runbooks {
  readonly router: Router;
  readonly sweep: CatalogSweep;
  readonly texts: TextReader;
  readonly alerts: AlertSweep;
}

/** Puts everything together. */
export function createRunbooks(options: CreateRunbooksOptions): Runbooks {
  const { knex, config, auth, catalog, permissions, now = Date.now } = options;
  const kinds = config.entityKinds;
  const entities = EntityStore.create({ knex });
  const owners = OwnerStore.create({ knex });
  options.permissionsRegistry.addResourceType({
    resourceRef: runbookResourceRef,
    permissions: runbooksPermissions,
    rules: [isOwnerOfEntity],
    getResources: async refs => {
      const found = await entities.findAll(refs);
      const byRef = new Map(found.map(entity => [entity.ref, entity]));
      return refs.map(ref => byRef.get(ref));
    },
  });
  const store = DatabaseRunbookStore.create({ knex, now });
  const access = RunbookAccess.create({
    knex,
    permissions,
    visibility: CatalogVisibility.create({
      permissions,
      auth,
      catalog,
      filter: { kind: [...kinds] },
      now,
    }),
    toCriteria: createConditionTransformer(
      options.permissionsRegistry.getPermissionRuleset(runbookResourceRef),
    ),
  });
  const texts = TextReader.create({ store, logger: options.logger });
  const alertStore = AlertStore.create({ knex });
  const { intervalMs, prometheus } = config.alerts;
  const alertRules = prometheus.map(server => PrometheusRules.create(server));
  const servers = alertRules.map(({ name }) => name);
  const shared = {
    ...options,
    store,
    access,
    entities,
    directory: EntityDirectory.create({ catalog, store: entities, kinds }),
    ownership: ViewerOwnership.create(options),
    signals: RunbookSignals.create(options),
    judges: Judges.create({
      store,
      owners,
      alerts: async () =>
        definedAlerts({
          servers,
          readings: await alertStore.read(servers),
          maxAgeMs: ALERTS_MAX_AGE_TURNS_COUNT * intervalMs,
        }),
      now,
    }),
    now,
  };
  const reader = RunbookReader.create(shared);
  const desk = RunbookDesk.create({
    ...shared,
    reader,
    onNewText: () => texts.nudge(),
  });
  return {
    sweep: CatalogSweep.create({
      catalog,
      auth,
      store: entities,
      owners,
      kinds,
      now,
    }),
    texts,
    alerts: AlertSweep.create({
      rules: alertRules,
      store: alertStore,
      logger: options.logger,
      intervalMs,
      now,
    }),
    router: createRouter({
      ...shared,
      reader,
      desk,
      runs: RunDesk.create({
        ...shared,
        reader,
        runbooks: store,
        runs: DatabaseRunStore.create({ knex, now }),
      }),
      matching: MatchDesk.create(shared),
      coverage: CoverageDesk.create({
        ...shared,
        findings: FindingsOfBoard.create(options),
      }),
      exports: RunbookExport.create(shared),
      imports: RunbookImport.create({ ...shared, reader, desk }),
      limits: {
        maxSizeBytes: config.maxSizeBytes,
        maxUploadBytes: config.importLimits.maxBytes,
      },
    }),
  };
}
