/** Towns, industries and institutions. */
@NullMarked
package cn.zhengqi.user.reference;

import org.jspecify.annotations.NullMarked;
