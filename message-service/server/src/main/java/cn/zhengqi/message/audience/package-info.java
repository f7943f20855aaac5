/** Who is told: people of an enterprise, of an institution, in a role. */
@NullMarked
package cn.zhengqi.message.audience;

import org.jspecify.annotations.NullMarked;
