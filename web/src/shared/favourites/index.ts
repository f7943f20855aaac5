export { FavouriteButton, favourites } from './FavouriteButton';
export { ShareButton } from './ShareButton';
