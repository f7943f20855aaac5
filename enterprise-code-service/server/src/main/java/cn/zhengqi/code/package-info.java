/** The enterprise code: claimed, issued, shown, scanned. */
@NullMarked
package cn.zhengqi.code;

import org.jspecify.annotations.NullMarked;
