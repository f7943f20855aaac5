package cn.zhengqi.policy.desk;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What waits for the reader.
 *
 * @param soonUntil last day of what counts as due soon
 * @param closingUntil last day of a window that counts as closing
 * @param figures of the lists that the reader may open
 */
record Desk(OffsetDateTime at, LocalDate soonUntil, LocalDate closingUntil, List<DeskFigure> figures) {}
