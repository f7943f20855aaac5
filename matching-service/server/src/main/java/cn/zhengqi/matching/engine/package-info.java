/**
 * The matching engine: criteria compiled to flat arrays over a vector of facts, evaluated in three values. Plain Java,
 * thread-safe once built; see docs/matching.md.
 */
@NullMarked
package cn.zhengqi.matching.engine;

import org.jspecify.annotations.NullMarked;
