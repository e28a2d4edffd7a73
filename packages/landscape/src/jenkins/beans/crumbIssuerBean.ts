import { BeanModel } from '../BeanModel';
import type { ExportedBean } from '../BeanModel';

const model = BeanModel.create<null>({
  className: 'hudson.security.csrf.DefaultCrumbIssuer',
  properties: {
    crumb: () => 'make-believe-crumb',
    crumbRequestField: () => 'Jenkins-Crumb',
  },
});

/** `/crumbIssuer/api/json` */
export function crumbIssuerBean(): ExportedBean {
  return model.of(null);
}
