import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { PublicFrame } from '@/components/site/public-frame';
import '@/app/office.css';

export const metadata: Metadata = { robots: { index: false, follow: false } };

export default function AccessLayout({ children }: { children: ReactNode }) {
  return <PublicFrame>{children}</PublicFrame>;
}
