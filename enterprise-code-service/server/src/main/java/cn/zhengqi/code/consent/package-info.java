/** What an enterprise allows others to see. */
@NullMarked
package cn.zhengqi.code.consent;

import org.jspecify.annotations.NullMarked;
