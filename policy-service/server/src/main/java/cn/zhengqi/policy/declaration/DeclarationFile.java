package cn.zhengqi.policy.declaration;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A file that an enterprise handed in once and may hand in again.
 *
 * @param size bytes
 */
public record DeclarationFile(UUID id, String name, String contentType, long size, OffsetDateTime uploadedAt) {}
