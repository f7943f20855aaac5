/** Papers and photos that people upload before something names them. */
@NullMarked
package cn.zhengqi.finance.upload;

import org.jspecify.annotations.NullMarked;
