package cn.zhengqi.finance.application;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A file that an enterprise hands in with its application.
 *
 * @param size bytes
 */
public record ApplicationFile(UUID id, String name, String contentType, long size, OffsetDateTime uploadedAt) {}
