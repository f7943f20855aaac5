/** Changes of the schema that need more than SQL. */
@NullMarked
package cn.zhengqi.finance.migration;

import org.jspecify.annotations.NullMarked;
