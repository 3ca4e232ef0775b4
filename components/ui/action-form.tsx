import { freshForm } from '@/lib/forms/form-state';
import { StatefulForm, type StatefulFormProps } from './stateful-form';

/** Made on the server: its key would not be the same in the browser. */
export const ActionForm = <Result,>(props: Omit<StatefulFormProps<Result>, 'initial'>) => (
  <StatefulForm {...props} initial={freshForm<Result>()} />
);
