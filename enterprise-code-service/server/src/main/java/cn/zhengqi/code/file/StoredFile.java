package cn.zhengqi.code.file;

import java.util.UUID;

/**
 * A file that was handed in.
 *
 * @param size bytes
 */
public record StoredFile(UUID id, String name, String contentType, long size) {}
