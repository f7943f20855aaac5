/** Claims for enterprise codes and their review. */
@NullMarked
package cn.zhengqi.code.claim;

import org.jspecify.annotations.NullMarked;
