import { BlockEntity, BlockTranslationEntity, DocumentEntity, DocumentSlugEntity, EditionEntity, VersionEntity, VersionStateEntity, VersionStatusEntity } from './documents/index.ts';
import { AmountEntity, ConditionEntity, LessonLearnedEntity, ResultEntity, SourceEntity, StaffingEntity, StepEntity } from './manuals/index.ts';
import { OrganisationEntity, OrganisationNameEntity } from './people/index.ts';
import { CityEntity, CityNameEntity, CountryEntity, EvidenceLevelNameEntity, SdgEntity, SdgNameEntity, SdgTargetEntity, ThemeEntity, ThemeNameEntity } from './places/index.ts';
import { LibraryRevisionEntity } from './platform/database/library-revision.entity.ts';

/** Every table of the database. */
export const TABLES = [
  LibraryRevisionEntity,
  OrganisationEntity, OrganisationNameEntity,
  CountryEntity, CityEntity, CityNameEntity,
  ThemeEntity, ThemeNameEntity, SdgEntity, SdgNameEntity, SdgTargetEntity, EvidenceLevelNameEntity,
  DocumentEntity, DocumentSlugEntity, VersionEntity, VersionStateEntity, VersionStatusEntity, BlockEntity, BlockTranslationEntity, EditionEntity,
  AmountEntity, StaffingEntity, StepEntity, ConditionEntity, ResultEntity, LessonLearnedEntity, SourceEntity,
];
