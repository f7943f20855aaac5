package cn.zhengqi.code.scan;

import cn.zhengqi.code.card.EnterpriseCard;
import java.time.OffsetDateTime;
import java.util.UUID;

/** What the scanner gets to see. */
public record ScanResult(UUID scanId, OffsetDateTime scannedAt, EnterpriseCard card) {}
