export { useReportAsOf } from './AsOf';
