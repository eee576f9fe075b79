import type { Epochs } from '../epochs.ts'

export function released(epochs: Epochs, version: string): Epochs
