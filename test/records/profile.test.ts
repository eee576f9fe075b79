/** What the shipped houses leave room for. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { load } from '../../src/load/load.ts'
import { profileSchema } from '../../src/records/profile.ts'
import { validateShape } from '../../src/records/validate.ts'
import { root } from '../fixtures.ts'

const folders = ['templates/profiles', 'templates/workspace/templates/profiles']
const profiles = folders.flatMap(folder => readdirSync(join(root, folder)).map(name => `${folder}/${name}`))

/** 50 mm in points: the largest round seal of a State that a standard names. */
const SEAL = (50 / 25.4) * 72

test.each(profiles)('%s leaves room for the seal of a State, or for none', name => {
  const { value, findings } = validateShape(profileSchema, load({ name, text: readFileSync(join(root, name), 'utf8') }))
  expect(findings).toEqual([])
  expect(value?.seal?.height ?? SEAL).toBeGreaterThanOrEqual(SEAL)
})
