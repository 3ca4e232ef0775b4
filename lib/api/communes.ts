import type { CommuneSuggestion } from '@/lib/geography/commune-search';
import type { ApiAnswer, ApiCommune } from './answers';

type Named = ApiAnswer<'/api/v1/communes/proche'>;

export const toApiNearest = ({ code, name, departmentCode, departmentName }: CommuneSuggestion): Named => ({
  code,
  name,
  department: { code: departmentCode, name: departmentName },
});

export const toApiCommune = (commune: CommuneSuggestion): ApiCommune => ({
  ...toApiNearest(commune),
  postcode: commune.postcode,
});
