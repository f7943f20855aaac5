/** Who belongs to an enterprise, and what people are called. */
@NullMarked
package cn.zhengqi.message.audience;

import org.jspecify.annotations.NullMarked;
