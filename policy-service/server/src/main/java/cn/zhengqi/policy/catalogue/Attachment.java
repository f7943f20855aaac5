package cn.zhengqi.policy.catalogue;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A file that comes with an edition of a document.
 *
 * @param size bytes
 * @param url under which who reads it here can open it
 */
public record Attachment(UUID id, String name, String contentType, long size, OffsetDateTime uploadedAt, String url) {}
