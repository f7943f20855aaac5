/** What courts and authorities have on record of an enterprise: the port to whoever knows, the protocol of the government data platforms, and a simulator (ADR 0059). */
@NullMarked
package cn.zhengqi.finance.courts;

import org.jspecify.annotations.NullMarked;
