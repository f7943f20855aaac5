/** Registrations and certified enterprises in figures. */
@NullMarked
package cn.zhengqi.stats.accounts;

import org.jspecify.annotations.NullMarked;
