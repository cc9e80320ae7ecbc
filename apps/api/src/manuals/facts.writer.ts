import type { EntityManager } from 'typeorm';
import type { Facts } from '@naru/domain';
import { AmountEntity, ConditionEntity, LessonLearnedEntity, ResultEntity, SourceEntity, StaffingEntity, StepEntity } from './facts.entity.ts';

function placed<T extends object>(versionId: string, facts: readonly T[]): (T & { versionId: string; position: number })[] {
  return facts.map((fact, position) => ({ ...fact, versionId, position }));
}

/** Inserts a version's typed facts, before it is published. The caller holds the transaction. */
export async function insertFacts(tx: EntityManager, versionId: string, facts: Facts): Promise<void> {
  const results = facts.results.map(({ baseline, ...fact }) => ({ ...fact, baselineValue: baseline?.value ?? null, baselineDate: baseline?.date ?? null }));
  const lessons = (['limits', 'differently'] as const).flatMap((list) => placed(versionId, facts[list]).map((fact) => ({ ...fact, list })));
  await tx.insert(AmountEntity, placed(versionId, facts.amounts));
  await tx.insert(StaffingEntity, placed(versionId, facts.staffing));
  await tx.insert(StepEntity, placed(versionId, facts.steps));
  await tx.insert(ConditionEntity, placed(versionId, facts.conditions));
  await tx.insert(ResultEntity, placed(versionId, results));
  await tx.insert(LessonLearnedEntity, lessons);
  await tx.insert(SourceEntity, placed(versionId, facts.sources));
}

function stripped<T extends { versionId: string; position: number }>(rows: readonly T[]): Omit<T, 'versionId' | 'position'>[] {
  return rows.map(({ versionId: _version, position: _position, ...fact }) => fact);
}

/** A version's typed facts, in the manual's order. */
export async function readFacts(tx: EntityManager, versionId: string): Promise<Facts> {
  const options = { where: { versionId }, order: { position: 'ASC' } } as const;
  const lessons = await tx.find(LessonLearnedEntity, options);
  const lessonsOf = (list: 'limits' | 'differently') => stripped(lessons.filter((lesson) => lesson.list === list)).map(({ list: _list, ...lesson }) => lesson);
  return {
    amounts: stripped(await tx.find(AmountEntity, options)),
    staffing: stripped(await tx.find(StaffingEntity, options)),
    steps: stripped(await tx.find(StepEntity, options)),
    conditions: stripped(await tx.find(ConditionEntity, options)),
    results: stripped(await tx.find(ResultEntity, options)).map(({ baselineValue, baselineDate, ...result }) => ({
      ...result,
      baseline: baselineValue === null || baselineDate === null ? null : { value: baselineValue, date: baselineDate },
    })),
    limits: lessonsOf('limits'),
    differently: lessonsOf('differently'),
    sources: stripped(await tx.find(SourceEntity, options)),
  };
}
