'use client';

import { Icon } from '@/components/ui/icon';
import type { DirectoryFilter } from '@/lib/directory/filter';
import { directoryHref, updateFilter } from '@/lib/directory/href';
import { formatInteger } from '@/lib/french/numbers';
import { listInWords, plural } from '@/lib/french/words';
import type { DirectoryView } from './directory-view';

export function ResultsNotes({ view }: { view: DirectoryView }) {
  return (
    <>
      <IgnoredNote ignored={view.ignored} />
      <CommuneChoice view={view} />
      <ReadingNote view={view} />
      <LeftOutNote count={view.leftOut} />
    </>
  );
}

function IgnoredNote({ ignored }: Pick<DirectoryView, 'ignored'>) {
  if (ignored.length === 0) return null;
  return (
    <div className="msg msg--check">
      <b>
        <Icon name="warning" /> Une partie de l’adresse a été ignorée
      </b>
      <p>Ce qui n’a pas été compris&nbsp;: {ignored.join(', ')}. Le reste est appliqué.</p>
    </div>
  );
}

function CommuneChoice({ view: { question, filter } }: { view: DirectoryView }) {
  if (!question) return null;
  const { typed, radiusKm, communes } = question;
  if (communes.length === 0) {
    return (
      <div className="msg msg--check" id="lieu-question" tabIndex={-1}>
        <b>
          <Icon name="warning" /> Aucune commune ne répond à «&nbsp;{typed}&nbsp;»
        </b>
        <p>Vérifiez l’orthographe, ou écrivez le code postal. Le reste de vos filtres est gardé.</p>
      </div>
    );
  }
  return (
    <div className="msg msg--check" id="lieu-question" tabIndex={-1}>
      <b>
        <Icon name="pin" /> Plusieurs communes répondent à «&nbsp;{typed}&nbsp;»
      </b>
      <p>Laquelle cherchez-vous&#8239;?</p>
      <ul className="place-choice">
        {communes.map(({ code, label }) => (
          <li key={code}>
            <a
              href={directoryHref(
                updateFilter(filter, { near: { code, name: label, longitude: 0, latitude: 0, radiusKm } }),
              )}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

const quoted = (word: string) => `«\u00A0${word}\u00A0»`;

function ReadingNote({ view: { reading, filter } }: { view: DirectoryView }) {
  if (!reading) return null;
  const { kind, words } = reading;
  if (kind === 'none') {
    return <p className="note">Aucun mot de l’annuaire ne ressemble à {quoted(filter.q)}.</p>;
  }
  if (kind === 'apart') return <WordsApart words={words} filter={filter} />;
  return (
    <p className="note">
      Résultats proches de <b>{quoted(filter.q)}</b>&nbsp;:{' '}
      {kind === 'forms' ? 'd’autres formes des mêmes mots.' : 'rien ne s’écrit exactement ainsi.'}{' '}
      {plural(words.length, 'Mot cherché', 'Mots cherchés')}&nbsp;: {listInWords(words.map(quoted))}.
    </p>
  );
}

/** Each word leads somewhere, all of them together nowhere. */
function WordsApart({ words, filter }: { words: string[]; filter: DirectoryFilter }) {
  return (
    <div className="note">
      <p>Chacun de ces mots est dans l’annuaire, mais aucune fabrique ne les réunit. Cherchez l’un d’eux&nbsp;:</p>
      <ul className="loosenings">
        {words.map((word) => (
          <li key={word}>
            <a href={directoryHref(updateFilter(filter, { q: word }))}>{quoted(word)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function LeftOutNote({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p className="note">
      {formatInteger(count)} {plural(count, 'autre fabrique répond', 'autres fabriques répondent')} au reste des
      filtres, mais {plural(count, 'sa position n’est pas connue', 'leur position n’est pas connue')}&nbsp;: impossible
      de dire si {plural(count, 'elle est', 'elles sont')} dans ce périmètre.
    </p>
  );
}
