package cn.zhengqi.code.reading;

import java.time.Instant;
import java.util.UUID;

/** That another system read what fits an enterprise. */
public record SystemReading(
        UUID id, UUID enterpriseId, Instant at, UUID keyId, String systemName, UUID ownerId, String ownerName) {}
