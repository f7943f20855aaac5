package cn.zhengqi.finance.cover;

import java.util.UUID;

/**
 * A picture that was handed in.
 *
 * @param size bytes
 */
public record CoverPicture(UUID id, String name, String contentType, long size) {}
