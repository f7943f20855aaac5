package cn.zhengqi.matching.profile;

import cn.zhengqi.matching.api.facts.FactSource;
import java.time.LocalDate;

/**
 * What one source says about one fact.
 *
 * @param value number, boolean, text, ISO day, or list
 * @param asOf the day for which the source says it
 */
record KnownFact(String name, FactSource source, Object value, LocalDate asOf) {}
