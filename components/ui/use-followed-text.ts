'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** On arrival the field is left alone: what was typed before the page came alive stays. */
export function useFollowedText(value: string): {
  field: RefObject<HTMLInputElement | null>;
  write: (text: string) => void;
} {
  const field = useRef<HTMLInputElement>(null);
  const followed = useRef(value);
  const write = (text: string) => {
    if (field.current) field.current.value = text;
  };
  useEffect(() => {
    if (followed.current === value) return;
    followed.current = value;
    if (field.current) field.current.value = value;
  }, [value]);
  return { field, write };
}
