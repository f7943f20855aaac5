/** Policy documents by edition: reading, searching, publishing, withdrawing. */
@NullMarked
package cn.zhengqi.policy.catalogue;

import org.jspecify.annotations.NullMarked;
