/** `postgresql://user@/base?host=/folder` names a socket: no host stands after the user, which other addresses need. */
function parse(address: string): URL | null {
  const complete = address.replace('@/', '@localhost/');
  return /^postgres(ql)?:\/\//.test(complete) && URL.canParse(complete) ? new URL(complete) : null;
}

/** What follows the first of these in an unescaped password would be read as a path, a question or nothing at all. */
const RESERVED_IN_PASSWORD = /^postgres(ql)?:\/\/([^#]*#|[^/?#@]*:[^/?#@]*(\/[^?]*@|\?.*@))/;

/** The driver takes a « % » that introduces nothing for itself. */
const isDecodable = (text: string) => {
  if (/%(?![\da-f]{2})/i.test(text)) return true;
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
};

/** One French sentence that names the setting and repeats no password. */
export function addressRefusal(setting: string, address: string): string | null {
  if (RESERVED_IN_PASSWORD.test(address)) {
    return `${setting} contient un signe que les adresses réservent : dans le mot de passe, écrivez %23 pour #, %2F pour /, %3F pour ? et %25 pour %.`;
  }
  const parsed = parse(address);
  if (parsed === null) {
    return `${setting} doit être une adresse PostgreSQL, par exemple postgresql://utilisateur:secret@hote:5432/base.`;
  }
  const { username, password, hostname, pathname } = parsed;
  if (![username, password, hostname, pathname].every(isDecodable)) {
    return `${setting} contient un « % » qui n’introduit aucun caractère : dans le mot de passe, écrivez %25 pour %.`;
  }
  const schema = parsed.searchParams.get('schema') ?? 'public';
  if (schema !== 'public') {
    return `${setting} demande le schéma « ${schema} », et le site vit dans le schéma « public » : retirez « schema » de l’adresse, et donnez au site une base à lui.`;
  }
  return null;
}
