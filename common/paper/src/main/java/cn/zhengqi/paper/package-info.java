/** Documents of the platform on paper, which anybody can have checked (ADR 0028). */
@NullMarked
package cn.zhengqi.paper;

import org.jspecify.annotations.NullMarked;
