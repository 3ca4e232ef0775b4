import type { Metadata } from 'next';
import { CountingRules } from '@/components/site/counting-rules';
import { ContactAddress } from '@/components/site/operator-words';
import { ProsePage, ProsePart } from '@/components/site/prose-page';
import { getSettings } from '@/lib/env';
import '@/app/reading.css';

export const metadata: Metadata = {
  title: 'À propos',
  description:
    'D’où viennent les données de l’annuaire des fabriques de territoire, ce qui n’est pas connu et comment les chiffres sont comptés.',
  alternates: { canonical: '/a-propos' },
};

const CONTENTS = [
  { id: 'quoi', label: 'Ce que l’on trouve ici' },
  { id: 'fabrique', label: 'Ce qu’est une fabrique' },
  { id: 'sources', label: 'D’où viennent les données' },
  { id: 'inconnu', label: 'Ce qui n’est pas connu' },
  { id: 'comptes', label: 'Comment les chiffres sont comptés' },
  { id: 'qui', label: 'Qui publie' },
  { id: 'corriger', label: 'Corriger une erreur' },
];

export default function AboutPage() {
  const { publisher, contactEmail } = getSettings();
  return (
    <ProsePage
      title="À propos de cet annuaire"
      lead="Qui a été retenu près de chez vous, quand, pour quelle aide, en quartier prioritaire ou à la campagne : les réponses existent, éparpillées. Elles sont réunies ici, avec leurs sources."
      contents={CONTENTS}
    >
      <ProsePart id="quoi" title="Ce que l’on trouve ici">
        <p>
          <a href="/fabriques">L’annuaire</a> donne les lauréats de l’appel « Fabriques de territoire » : leur nom, leur
          commune, les vagues où ils ont été retenus et l’aide annoncée. La liste et la carte disent la même chose : ce
          que l’on filtre dans l’une est filtré dans l’autre.
        </p>
        <p>
          Les pages des <a href="/regions">régions</a>, des départements et des <a href="/vagues">vagues</a> en font le
          compte. La plupart des nombres mènent aux fiches qu’ils comptent.
        </p>
      </ProsePart>
      <Programme />
      <Sources />
      <Unknown />
      <ProsePart id="comptes" title="Comment les chiffres sont comptés">
        <CountingRules />
      </ProsePart>
      <ProsePart id="qui" title="Qui publie">
        {publisher ? (
          <p>Ce site est publié par {publisher}.</p>
        ) : (
          <p>
            Ce site n’est pas un site officiel de l’État. Il reprend des informations publiques et les met en ordre. Son
            éditeur n’est pas encore nommé.
          </p>
        )}
        <p>
          Voir les <a href="/mentions-legales">mentions légales</a>.
        </p>
      </ProsePart>
      <ProsePart id="corriger" title="Corriger une erreur">
        <p>
          Un nom, une adresse, un montant vous paraît faux, ou vous connaissez une source que nous n’avons pas ? Écrivez
          à cette adresse, en joignant le lien de la source : <ContactAddress email={contactEmail} />
        </p>
      </ProsePart>
    </ProsePage>
  );
}

function Programme() {
  return (
    <ProsePart id="fabrique" title="Ce qu’est une fabrique">
      <p>
        Une fabrique de territoire est un tiers-lieu : un lieu partagé où des habitants, des associations et des
        entreprises travaillent, apprennent, fabriquent et se rencontrent. L’État a soutenu celles qui ont répondu à un
        appel à manifestation d’intérêt (AMI) ouvert le 11 juillet 2019, dans le programme « Nouveaux lieux, nouveaux
        liens » de l’Agence nationale de la cohésion des territoires (ANCT), avec l’appui de France Tiers-Lieux.
      </p>
      <p>
        L’appel visait 300 fabriques pour 2022 : 150 dans les quartiers prioritaires de la politique de la ville (QPV),
        150 en territoire rural. Une <strong>fabrique numérique</strong> est une fabrique qui reçoit en plus un bonus
        pour sa part numérique.
      </p>
      <p>
        Les lauréats sont annoncés par <strong>vagues</strong>. Chaque vague a sa règle d’argent. Pour les premières :
        50 000 € par an au plus, pendant trois ans, de 75 000 à 150 000 € en tout, et 100 000 € de plus, une seule fois,
        pour une fabrique numérique.
      </p>
    </ProsePart>
  );
}

function Sources() {
  return (
    <ProsePart id="sources" title="D’où viennent les données">
      <ul>
        <li>
          <strong>La liste des lauréats</strong> : Agence nationale de la cohésion des territoires (ANCT), « Fabriques
          de territoire », janvier 2024.
        </li>
        <li>
          <strong>Des adresses</strong> : Commissariat général à l’égalité des territoires (CGET), recensement des
          tiers-lieux, 2019. Elles ont pu changer depuis.
        </li>
        <li>
          <strong>Les sept premiers lauréats des Hauts-de-France</strong> : Institut régional de la ville (IREV),
          article du 4 février 2020.
        </li>
        <li>
          <strong>Les communes</strong> : code officiel géographique de l’Insee, codes postaux de La Poste et centres
          tirés d’ADMIN EXPRESS de l’IGN, dans les tables publiées par Etalab.
        </li>
        <li>
          <strong>Le fond de carte</strong> : Natural Earth, domaine public.
        </li>
      </ul>
      <p>
        Les descriptions sont rédigées par nous, en une phrase, à partir d’une page dont la fiche donne l’adresse.
        Chaque fiche dit sur quoi repose ce qu’elle affirme, et la date de son dernier changement.
      </p>
    </ProsePart>
  );
}

function Unknown() {
  return (
    <ProsePart id="inconnu" title="Ce qui n’est pas connu">
      <p>
        Ce qui n’est pas publié est dit « non précisé ». Rien n’est deviné, et « non précisé » se filtre et se compte
        comme le reste.
      </p>
      <ul>
        <li>
          <strong>Le territoire</strong> de beaucoup de lauréats n’est dit par aucune source.{' '}
          <a href="/fabriques?territoire=non-precise">Voir ces fabriques</a>
        </li>
        <li>
          <strong>Le label</strong> de lauréats de la vague 1 : on sait qu’elle comptait 48 fabriques et 32 fabriques
          numériques, on n’a le nom que d’une partie d’entre elles.{' '}
          <a href="/fabriques?label=non-precise">Voir ces fabriques</a>
        </li>
        <li>
          <strong>Le montant</strong> de la plupart des aides. Il n’est donné que pour les vagues où chacun recevait la
          même somme, et pour les lauréats dont une annonce dit le montant.
        </li>
        <li>
          <strong>Les noms de la vague 10</strong> (octobre 2024) : 80 lauréats annoncés, aucune liste publiée. Ils ne
          sont pas dans l’annuaire.
        </li>
      </ul>
    </ProsePart>
  );
}
