import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CountdownRing, secondsLeft } from './Countdown';

const expiresAt = '2026-03-15T10:01:00+08:00';
const at = (time: string) => Date.parse(`2026-03-15T${time}+08:00`);

it('counts whole seconds and never below zero', () => {
  expect(secondsLeft(expiresAt, at('10:00:00'))).toBe(60);
  expect(secondsLeft(expiresAt, at('10:00:59.200'))).toBe(1);
  expect(secondsLeft(expiresAt, at('10:05:00'))).toBe(0);
});

it('follows the server where this clock is wrong', () => {
  // This machine is three minutes late; the code was issued "in its future".
  expect(secondsLeft(expiresAt, at('09:57:00'), 180_000)).toBe(60);
});

it('says in words what the ring shows', () => {
  render(<CountdownRing left={12} total={60} />);
  expect(screen.getByRole('img', { name: '12 秒后刷新' })).toBeInTheDocument();
});
