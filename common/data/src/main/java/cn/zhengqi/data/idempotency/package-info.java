/** {@code Idempotency-Key}: a creating request that is repeated gets the stored answer instead of a second effect. */
@NullMarked
package cn.zhengqi.data.idempotency;

import org.jspecify.annotations.NullMarked;
