/** Changes of the schema that need more than SQL. */
@NullMarked
package cn.zhengqi.auth.migration;

import org.jspecify.annotations.NullMarked;
