package cn.zhengqi.user.reference;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A piece of 基础数据 as the console shows it.
 *
 * @param typeName in words, where the type is an item of the dictionary
 * @param loaded from the files that come with the platform: it can be retired, not deleted
 * @param usedBy how many enterprises, parks, towns and parts of its own kind name it, of a town how many roles that reach there and institutions that are its own, and of a
 *     purpose of loans how many applications and demands; null: who knows does not answer
 */
public record ReferenceItem(
        ReferenceKind kind,
        String code,
        String name,
        @Nullable String type,
        @Nullable String typeName,
        @Nullable String parentCode,
        @Nullable String parentName,
        boolean loaded,
        boolean retired,
        @Nullable Long usedBy,
        @Nullable OffsetDateTime updatedAt,
        @Nullable String updatedByName,
        int version) {

    /** @param more uses that another service knows of; null: it does not answer */
    ReferenceItem usedElsewhere(@Nullable Long more) {
        Long here = usedBy;
        return new ReferenceItem(
                kind,
                code,
                name,
                type,
                typeName,
                parentCode,
                parentName,
                loaded,
                retired,
                here == null || more == null ? null : Long.valueOf(here + more),
                updatedAt,
                updatedByName,
                version);
    }
}
