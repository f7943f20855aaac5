package cn.zhengqi.matching.match;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A policy as the shelf shows it on a day, whoever is matched.
 *
 * @param beginsOn its first day, where that is yet to come
 * @param verified false shows 待核实
 * @param notice what must be known about dates and editions
 */
public record PolicyOnDay(
        UUID policyId,
        String code,
        String edition,
        String title,
        String docNumber,
        String level,
        String category,
        @Nullable String benefit,
        @Nullable LocalDate validTo,
        @Nullable LocalDate beginsOn,
        boolean verified,
        @Nullable String notice) {}
