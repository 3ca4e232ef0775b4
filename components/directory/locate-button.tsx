'use client';

import { useState } from 'react';
import { AroundMeButton } from '@/components/communes/around-me-button';
import { findCommuneHere } from '@/components/communes/commune-here';

type LocateButtonProps = {
  onFound: (commune: { code: string; name: string }) => void;
  onMessage: (sentence: string) => void;
};

/** Asks where the reader is only when pressed. */
export function LocateButton({ onFound, onMessage }: LocateButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const locate = async () => {
    if (isAsking) return;
    setAsking(true);
    onMessage('');
    const answer = await findCommuneHere();
    setAsking(false);
    if ('code' in answer) onFound(answer);
    else onMessage(answer.refusal);
  };
  return <AroundMeButton aria-busy={isAsking} onClick={() => void locate()} />;
}
