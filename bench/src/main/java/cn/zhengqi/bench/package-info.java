/** Benchmarks, and the figures they gave in README.md. */
@NullMarked
package cn.zhengqi.bench;

import org.jspecify.annotations.NullMarked;
